/** `npm run schema`: writes `schema.ts` anew from the migrations. */
import { writeFile } from 'node:fs/promises'
import { fromRoot } from '../base/root.ts'
import { openStorage } from './database.ts'
import { describeSchema } from './describe-schema.ts'

const storage = await openStorage({ engine: 'embedded', directory: null })
await writeFile(fromRoot('src', 'storage', 'schema.ts'), await describeSchema(storage.db))
await storage.close()
