import { classNames } from '../../ui/class-names.ts';

/** On or off, in one press. */
export function SetSwitch(props: {
  readonly isOn: boolean;
  readonly label: string;
  readonly onSwitch: (isOn: boolean) => void;
}) {
  const { isOn } = props;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={props.label}
      data-testid="set-switch"
      onClick={() => props.onSwitch(!isOn)}
      className={classNames(
        'relative h-6 w-10 shrink-0 rounded-full border transition-colors',
        isOn ? 'border-accent bg-accent' : 'border-line-strong bg-sunken',
      )}
    >
      <span
        className={classNames(
          'absolute top-0.5 size-4.5 rounded-full shadow transition-[left]',
          isOn ? 'left-4.5 bg-on-accent' : 'left-0.5 bg-ink-3',
        )}
      />
    </button>
  );
}
