/** What an anywidget host hands over. */
export interface AnyWidgetModel {
  get(name: string): unknown;
  set?(name: string, value: unknown): void;
  on?(event: string, listener: () => void): void;
  off?(event: string, listener: () => void): void;
  save_changes?(): void;
}

/** Shows `<mol-weave>` in `el` with the attributes that `model` holds; the result takes it away again. */
export function render(given: { model: AnyWidgetModel; el: HTMLElement }): () => void;

declare const widget: { render: typeof render };
export default widget;
