import type { World } from './world.ts';

/** What somebody typed, as a command with `should_escape` brings it: `&`, `<` and `>` escaped; known `@names`, `#channels` and web addresses made references. A channel that is not public comes without its name. */
export function escapeCommand(world: World, typed: string): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .replaceAll(/https?:\/\/[^\s<>]+/gu, (url) => `<${url}>`)
    .replaceAll(/(?<![\w/#@])@([\w.-]+)/gu, (whole, name: string) => {
      const user = [...world.users.values()].find((each) => each.name === name);
      return user === undefined ? whole : `<@${user.id}|${user.name}>`;
    })
    .replaceAll(/(?<![\w/#@])#([\w.-]+)/gu, (whole, name: string) => {
      const channel = [...world.channels.values()].find((each) => each.name === name);
      if (channel === undefined) return whole;
      return `<#${channel.id}|${channel.kind === 'public' ? channel.name : ''}>`;
    });
}
