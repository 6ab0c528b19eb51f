import type { Profile } from '#shared/model/profile.ts';
import type { Translate } from '../i18n/translate.ts';

type Option = { readonly value: string; readonly label: string };

/** The people to choose from, under their names or else what they are; `nobody`: what stands first for none of them. */
export function personOptions(
  t: Translate,
  people: ReadonlyArray<Pick<Profile, 'id' | 'name' | 'role'>>,
  nobody: string,
): readonly Option[] {
  return [
    { value: '', label: nobody },
    ...people.map(({ id, name, role }) => ({ value: id, label: name || t(`role.${role}`) })),
  ];
}
