import { useState } from 'react';
import { type ShopConnection, type ShopProbeReport, ShopSettings } from '#shared/model/shop.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { shopProblemText } from '../../i18n/fact-text.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { Field, TextInput } from '../../ui/Field.tsx';
import { shopAddress } from './shop-address.ts';
import { isSameTry } from './same-try.ts';
import { TryFrame } from './TryFrame.tsx';
import { TryReport } from './TryReport.tsx';
import { useMemoryConsent } from './use-memory-consent.tsx';
import { useSecretHint } from './use-secret-hint.ts';

type Entered = {
  readonly host: string;
  readonly clientId: string;
  readonly secret: string;
  readonly apiVersion: string;
};

function enteredOf(connection: ShopConnection | null): Entered {
  if (connection === null) return { host: '', clientId: '', secret: '', apiVersion: '2026-01' };
  const { host, clientId, apiVersion } = connection.settings;
  return { host, clientId: clientId ?? '', secret: '', apiVersion };
}

/** Null while something is missing. */
function settingsOf({ host, clientId, apiVersion }: Entered): ShopSettings | null {
  const settings = {
    kind: 'shopify',
    host: shopAddress(host),
    clientId: clientId === '' ? null : clientId,
    apiVersion,
  };
  const parsed = ShopSettings.safeParse(settings);
  return parsed.success ? parsed.data : null;
}

/** What a test found, step by step; what the desk can go without is named. Key it by the test. */
function Report({ report: { isOk, checks } }: { readonly report: ShopProbeReport }) {
  const { t } = useText();
  const lines = checks.map(({ problem, missing, ...check }) => ({
    ...check,
    label: t(`shop.check.${check.name}`),
    lack: check.isOk && missing.length > 0 ? t('shop.missingOptional', { names: missing.join(', ') }) : null,
    problem: problem === null ? null : shopProblemText(t, problem),
  }));
  const isPartial = lines.some(({ lack }) => lack !== null);
  const title = t(!isOk ? 'shop.bad' : isPartial ? 'shop.partial' : 'shop.good');
  return <TryReport testId="shop-report" title={title} isOk={isOk} lines={lines} />;
}

function Fields(props: {
  readonly entered: Entered;
  readonly isNew: boolean;
  readonly onChange: (entered: Entered) => void;
}) {
  const { t } = useText();
  const secretHint = useSecretHint(props.isNew);
  const { entered } = props;
  const isToken = entered.clientId === '';
  const field = (name: keyof Entered, hint: string, extra: Readonly<Record<string, unknown>> = {}) => (
    <Field label={t(name === 'secret' && isToken ? 'shop.token' : `shop.${name}`)} hint={hint}>
      {(parts) => (
        <TextInput
          {...parts}
          {...extra}
          value={entered[name]}
          onChange={(event) => props.onChange({ ...entered, [name]: event.target.value.trim() })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      {field('host', t('shop.hostHint'), { 'data-first-focus': true, placeholder: 'your-shop.myshopify.com' })}
      {field('apiVersion', t('shop.apiVersionHint'), { className: 'numbers' })}
      {field('clientId', t('shop.clientIdHint'))}
      {field(
        'secret',
        props.isNew ? `${t(isToken ? 'shop.tokenHint' : 'shop.secretHint')} ${secretHint}` : secretHint,
        {
          type: 'password',
          autoComplete: 'off',
        },
      )}
    </div>
  );
}

/** Connects a store's Shopify shop, or changes how. The token goes one way: it is never shown again. */
export function ShopForm(props: {
  readonly storeId: string;
  readonly connection: ShopConnection | null;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const report = useReport();
  const probe = useRequest('shop.probe');
  const connect = useRequest('shop.connect');
  const [entered, setEntered] = useState(() => enteredOf(props.connection));
  const { storeId } = props;
  const settings = settingsOf(entered);
  const secret = entered.secret === '' ? null : entered.secret;
  const isOther = settings !== null && settings.host !== props.connection?.settings.host;
  const isComplete = settings !== null && (secret !== null || !isOther);
  const consent = useMemoryConsent(secret !== null);
  const isOfThis = isSameTry(probe.variables, { settings, secret });
  const problem = probe.error === null ? null : problemText(t, probe.error);

  function test(): void {
    if (isComplete) probe.mutate({ storeId, settings, secret });
  }

  function keep(): void {
    if (isComplete) connect.mutate({ storeId, settings, secret }, { onError: report, onSuccess: props.onClose });
  }

  return (
    <TryFrame
      title={t('shop.connect')}
      testId="shop-form"
      what="shop"
      isNew={props.connection === null}
      isComplete={isComplete}
      consent={consent}
      isTrying={probe.isPending}
      isKeeping={connect.isPending}
      report={probe.data !== undefined && isOfThis && <Report key={probe.submittedAt} report={probe.data} />}
      problem={isOfThis ? problem : null}
      onTry={test}
      onKeep={keep}
      onClose={props.onClose}
    >
      <Fields entered={entered} isNew={props.connection === null} onChange={setEntered} />
    </TryFrame>
  );
}
