import { expect, test } from 'vitest';
import { problemOf } from '#shared/errors.ts';
import { type FileRules, deskFileRules } from '#shared/model/reply-file.ts';
import { pastedFiles, readGiven } from '../../../src/renderer/src/app/read-given.ts';

const refusal = (file: File, rules: FileRules = deskFileRules) =>
  readGiven(file, rules).then(
    () => null,
    (error: unknown) => problemOf(error).detail,
  );

test('bug: a file changes on its way to the desk', async () => {
  const bytes = Uint8Array.of(0, 13, 10, 255);
  const read = await readGiven(new File([bytes], '../a\u202Efdp.exe', { type: 'application/pdf' }), deskFileRules);
  expect(read).toEqual({ name: 'afdp.exe', contentType: 'application/pdf', bytes });
});

test('bug: a film is read into memory before it is refused, or a folder is attached', async () => {
  const film = Object.assign(new File([], 'film.mp4'), { arrayBuffer: () => Promise.reject(new Error('was read')) });
  Object.defineProperty(film, 'size', { value: 4e9 });
  expect(await refusal(film)).toMatchObject({ reason: 'too_large', file: 'film.mp4' });
  const folder = Object.assign(new File(['x'], 'photos'), { arrayBuffer: () => Promise.reject(new Error('a folder')) });
  expect(await refusal(folder)).toEqual({ reason: 'unreadable', file: 'photos' });
  expect(await refusal(new File([], 'a.txt'))).toEqual({ reason: 'empty', file: 'a.txt' });
  const closed = { canSend: false, why: 'channel' } as const;
  expect(await refusal(new File(['a'], 'a.txt'), closed)).toMatchObject({ reason: 'not_taken_channel' });
});

test('bug: pasting text from an office program attaches a picture of it', () => {
  const picture = new File(['a'], 'image.png', { type: 'image/png' });
  const files = [picture] as unknown as FileList;
  expect(pastedFiles({ files, types: ['text/plain', 'text/html', 'Files'] })).toEqual([]);
  expect(pastedFiles({ files, types: ['Files'] })).toEqual([picture]);
});
