/** The people of the world: invented, each with a name in both scripts, none the same as another of its edition. */
import type { Language } from '../../domain/language.ts'
import { addDays, ageOn } from './clock.ts'
import { FAMILIES } from './names/families.ts'
import { MEN } from './names/men.ts'
import { WOMEN } from './names/women.ts'
import { type Seeded, seeded } from './seeded.ts'

export interface WorldPerson {
  readonly key: string
  readonly nameAr: string
  readonly nameLatin: string
  readonly gender: 'woman' | 'man'
  readonly email: string
  readonly phone: string
  readonly bornOn: string | null
  readonly language: Language
}

/** Gives out names and telephone numbers, each once. One for the whole world. */
export class Register {
  readonly #names = new Set<string>()
  #phones = 0

  /** A new person; the same keys in the same order give the same people. */
  person(key: string, gender: WorldPerson['gender'], language: Language, bornOn: string | null): WorldPerson {
    const chance = seeded(`${key}/name`)
    for (;;) {
      const [givenLatin, givenAr] = split(chance.pick(gender === 'woman' ? WOMEN : MEN))
      const [familyLatin, familyAr] = split(chance.pick(FAMILIES))
      const nameLatin = `${givenLatin} ${familyLatin}`
      if (this.#names.has(nameLatin)) continue
      this.#names.add(nameLatin)
      return { key, gender, language, bornOn, nameLatin, nameAr: `${givenAr} ${familyAr}`, email: address(nameLatin, ''), phone: this.#phone() }
    }
  }

  /** The same person once more, spelled as another civil servant would and writing from another address. */
  again(key: string, twin: WorldPerson): WorldPerson {
    const nameLatin = respelled(twin.nameLatin)
    return { ...twin, key, nameLatin, email: address(nameLatin, '.2') }
  }

  /** Numbers of a block that no operator gives out to people. */
  #phone(): string {
    this.#phones += 1
    return `+2126000${String(this.#phones).padStart(5, '0')}`
  }
}

function split(both: string): [string, string] {
  return both.split('|') as [string, string]
}

function address(nameLatin: string, suffix: string): string {
  return `${nameLatin.toLowerCase().replaceAll(' ', '.')}${suffix}@courrier.example`
}

function respelled(name: string): string {
  const other = name
    .replace('Mohamed', 'Mohammed')
    .replace('Youssef', 'Yousef')
    .replace('Khadija', 'Khadidja')
    .replace(' El ', ' Al-')
    .replace('Ou', 'W')
    .replace('ou', 'u')
  return other === name ? name.replace(/ (\w+)$/, (_, family: string) => ` El ${family}`) : other
}

/** A birth date that makes somebody so many years old on a day. */
export function bornFor(key: string, day: string, youngest: number, oldest: number): string {
  const chance: Seeded = seeded(`${key}/born`)
  const years = chance.between(youngest, oldest)
  for (;;) {
    const born = addDays(`${Number(day.slice(0, 4)) - years}${day.slice(4)}`, -chance.between(0, 364))
    if (ageOn(born, day) === years) return born
  }
}
