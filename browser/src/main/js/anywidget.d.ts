/** What an anywidget host hands over. */
export interface AnyWidgetModel {
  get(name: string): unknown;
  set?(name: string, value: unknown): void;
  on?(event: string, listener: () => void): void;
  off?(event: string, listener: () => void): void;
  save_changes?(): void;
}

/**
 * Shows `<mol-weave>` in `el` with the attributes that `model` holds; the result takes it away again. `model` may hold the
 * address of the molweave folder as `molweave`, for hosts that copy this module; else it is where this module lies.
 */
export function render(given: { model: AnyWidgetModel; el: HTMLElement }): Promise<() => void>;

declare const widget: { render: typeof render };
export default widget;
