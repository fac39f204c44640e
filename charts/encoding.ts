/** A place in pixels of the plot. */
export const pixel = (field: string) => ({
  field,
  type: 'quantitative',
  scale: null,
  axis: null,
});

/** A colour or shape that the row itself gives. */
export const given = (field: string) => ({ field, type: 'nominal', scale: null });

/** A width or area that the row itself gives. */
export const size = (field: string) => ({ field, type: 'quantitative', scale: null });
