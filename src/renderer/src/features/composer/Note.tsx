import type { ReactNode } from 'react';

/** One line above a reply that its writer has to know. */
export function Note({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-amber-line/50 bg-amber-soft px-4 py-1.5 text-xs text-amber"
    >
      {icon}
      {children}
    </div>
  );
}
