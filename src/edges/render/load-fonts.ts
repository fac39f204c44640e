import { join } from 'node:path';
import { Fault } from '#src/fault.ts';

const faces = ['OpenSans_400Regular.ttf', 'OpenSans_600SemiBold.ttf', 'OpenSans_700Bold.ttf'];

/** Registers the bundled typeface with Skia; throws a fault where a face is missing or unreadable, since its text would silently be drawn as boxes. */
export async function loadFonts(folder: string): Promise<void> {
  const { GlobalFonts } = await import('canvas');
  for (const face of faces) {
    if (GlobalFonts.registerFromPath(join(folder, face)) === null) {
      throw new Fault('RenderFault', 'font', `the font ${face} could not be loaded`);
    }
  }
}
