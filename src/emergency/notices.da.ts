/** What people are told of emergency access, Danish. English beside it has the same kinds; the compiler checks. */
import type { NoticeWords } from '../notices/notice-kind.ts'

export const da = {
  'emergency.taken': {
    subject: 'En medarbejder har taget nødadgang',
    mail: 'En medarbejder hos {organisation} har taget {roles} i {service} som nødadgang. Den gælder til {until}. Log ind for at se hvorfor, og sig bagefter, om det var i orden.',
    shown: '{person} har taget {roles} i {service} som nødadgang ({reference}). Den gælder til {until}.',
    link: 'Se nødadgangen',
  },
  'emergency.taken-from-service': {
    subject: 'Nogen har taget nødadgang til jeres tjeneste',
    mail: 'En medarbejder hos {organisation} har taget {roles} i {service} som nødadgang. Den gælder til {until}.',
    shown: 'En medarbejder hos {organisation} har taget {roles} i {service} som nødadgang. Den gælder til {until}.',
    link: 'Se, hvor tit det sker',
  },
  'emergency.overdue': {
    subject: 'En nødadgang mangler stadig svar',
    mail: 'For mere end en uge siden tog en medarbejder hos {organisation} nødadgang til {service}. Ingen har sagt, om det var i orden.',
    shown: '{person} tog nødadgang til {service} for mere end en uge siden. Ingen har sagt, om det var i orden.',
    link: 'Se nødadgangen',
  },
  'emergency.reviewed': {
    subject: 'Din nødadgang er gennemgået',
    mail: 'En administrator hos {organisation} har gennemgået den nødadgang, du tog til {service}.',
    shown: 'En administrator hos {organisation} har gennemgået den nødadgang, du tog til {service}.',
    link: 'Se svaret',
  },
} satisfies Record<string, NoticeWords>
