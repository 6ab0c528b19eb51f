import { parentPort } from 'node:worker_threads';
import { problemOf } from '#shared/errors.ts';
import { readHtmlPage } from '../html/read-html-page.ts';
import { readFile } from '../read-file.ts';
import type { DocumentAnswer, DocumentTask } from './document-task.ts';

/* The thread in which documents are read: what a document does to it stays in it. Its keeper is `document-workers.ts`. */
parentPort?.on('message', (task: DocumentTask) => {
  void answerTo(task).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo(task: DocumentTask): Promise<DocumentAnswer> {
  try {
    const value = task.kind === 'file' ? await readFile(task.name, task.bytes) : readHtmlPage(task.input);
    return { isRead: true, value };
  } catch (error) {
    return { isRead: false, problem: problemOf(error) };
  }
}
