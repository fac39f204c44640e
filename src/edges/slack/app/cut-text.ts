const most = 4000;

/** What is read of a typed text: more than any question may have, so a longer one is still refused as too long, in words. */
export const cutText = (text: string): string => text.slice(0, most);
