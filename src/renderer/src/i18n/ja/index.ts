import { ask } from './ask.ts';
import { errors } from './errors.ts';
import { gaps } from './gaps.ts';
import { health } from './health.ts';
import { helpdesk } from './helpdesk.ts';
import { inbox } from './inbox.ts';
import { insights } from './insights.ts';
import { knowledge } from './knowledge.ts';
import { models } from './models.ts';
import { lessons } from './lessons.ts';
import { macros } from './macros.ts';
import { panel } from './panel.ts';
import { people } from './people.ts';
import { portable } from './portable.ts';
import { orders } from './orders.ts';
import { reply } from './reply.ts';
import { searchModel } from './search-model.ts';
import { sets } from './sets.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { sources } from './sources.ts';
import { style } from './style.ts';
import { tolerance } from './tolerance.ts';
import { writing } from './writing.ts';
import { tools } from './tools.ts';

/** Japanese. */
export const ja = {
  ...shell,
  ...inbox,
  ...helpdesk,
  ...health,
  ...orders,
  ...reply,
  ...models,
  ...lessons,
  ...macros,
  ...panel,
  ...people,
  ...portable,
  ...insights,
  ...knowledge,
  ...searchModel,
  ...sets,
  ...settings,
  ...sources,
  ...style,
  ...tolerance,
  ...writing,
  ...tools,
  ...ask,
  ...gaps,
  ...errors,
} as const;
