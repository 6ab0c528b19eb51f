import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../build/electron/folders.ts';
import { launchDesk } from './support/launch.ts';

const folder = path.join(projectRoot, 'out', 'screenshots');
await mkdir(folder, { recursive: true });
const desk = await launchDesk();
await desk.page.waitForTimeout(6000);
await desk.page.screenshot({ path: path.join(folder, 'first.png') });
console.log(desk.log());
console.log((await desk.page.evaluate(() => document.body.innerText)).slice(0, 800));
await desk.close();
