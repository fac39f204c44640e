/** Whether the path of an address is one of the dashboard. */
export const isOfBoard = (path: string): boolean => path === '/board' || path.startsWith('/board/');
