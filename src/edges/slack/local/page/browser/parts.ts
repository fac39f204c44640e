/** A part that the page surely has. */
export function at<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Says something in the line under the command, aloud too. */
export const say = (text: string): void => {
  at('#status', HTMLParagraphElement).textContent = text;
};

/** Said before something is done, so that it never comes after what came of it. */
export const sayUnderWay = (): void => say(document.body.dataset['sent'] ?? '');
