import { exitWithReason } from './exit-with-reason.ts';
import { projectRoot } from './folders.ts';
import { prepareApp } from './prepare-app.ts';
import { runInForeground } from './run-command.ts';

// npm start: arguments after `--` go to the app.
await exitWithReason(async () => {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Error(
      'No display here: run `xvfb-run -a npm start` for a virtual one, or `npm run demo` for a tour without a window.',
    );
  }
  const { electron, env, switches } = await prepareApp();
  if (electron.note) console.log(electron.note);
  return await runInForeground(electron.path, [...switches, projectRoot, ...process.argv.slice(2)], {
    env: { ...process.env, ...env },
  });
});
