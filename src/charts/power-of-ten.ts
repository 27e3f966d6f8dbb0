/** 10 to the power of `exponent`, to 12 digits: the last digits of fractional powers differ between versions of V8. */
export const powerOfTen = (exponent: number): number => Number((10 ** exponent).toPrecision(12));
