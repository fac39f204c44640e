import { readOptionalConfig } from '#src/edges/config/read-config.ts';
import { channelBytesOf, warehouseConfig } from '#src/edges/warehouse/bigquery/warehouse-config.ts';

/** What a channel may have billed in a day; undefined where the releases lie on this machine. Throws `ConfigFault`. */
export async function readChannelBytes(configFile: string): Promise<number | undefined> {
  const config = await readOptionalConfig(configFile, 'warehouse', warehouseConfig);
  return config && channelBytesOf(config);
}
