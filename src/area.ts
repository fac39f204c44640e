/** An ONS code, a FIPS code, or whatever code the data set uses. */
export type AreaCode = string & { readonly areaCode?: true };

/** One place of the data set's geography. `parent` is absent at the top. Level names are data ("region", "state"). */
export type Area = {
  readonly code: AreaCode;
  readonly name: string;
  readonly level: string;
  readonly parent: AreaCode | undefined;
};
