import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { fromRoot } from '../base/root.ts'
import { languages } from '../web/languages.ts'
import { guides } from './guides.ts'
import { pictureFiles, pictureName, pictureSize } from './pictures.ts'

const named = guides.flatMap(({ tasks }) =>
  tasks.flatMap(({ picture }) => (picture ? languages.map((language) => pictureName(picture, language)) : [])),
)

test('every picture that a guide names has been taken, and every one that was taken is shown', () => {
  assert.deepEqual(
    pictureFiles()
      .map((path) => basename(path))
      .sort(),
    named.toSorted(),
  )
  assert.deepEqual(readdirSync(fromRoot('src', 'guides', 'pictures')).sort(), named.toSorted())
})

test('they are small, and of the size that the pages say', () => {
  const pictures = pictureFiles().map((path) => readFileSync(path))
  assert.ok(pictures.reduce((sum, { length }) => sum + length, 0) <= 2 * 1024 * 1024)
  for (const picture of pictures) {
    assert.equal(picture.toString('latin1', 8, 16), 'WEBPVP8X')
    // The canvas: width and height, each less one, in three bytes each.
    const [width, height] = [picture.readUIntLE(24, 3) + 1, picture.readUIntLE(27, 3) + 1]
    assert.deepEqual({ width, height }, pictureSize)
  }
})
