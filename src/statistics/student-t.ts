/** ln Γ(x) for x > 0, by Lanczos with g = 607/128 and 15 terms (Godfrey 2001): relative error below 1e-14. */
function logGamma(x: number): number {
  const terms = [
    0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746,
    -0.4919138160976202, 3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5,
    0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639,
    8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
  ];
  const base = x + 607 / 128 - 0.5;
  const sum = terms.reduce((total, term, k) => total + (k === 0 ? term : term / (x - 1 + k)), 0);
  return (x - 0.5) * Math.log(base) - base + Math.log(2 * Math.PI) / 2 + Math.log(sum);
}

/** Continued fraction of the incomplete beta function, by Lentz's method (Numerical Recipes, section 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const floor = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / floor(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / floor(1 + term * d);
      c = floor(1 + term / c);
      step = c * d;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-16) return fraction;
  }
  return fraction;
}

/** Regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return (front * betaFraction(x, a, b)) / a;
}

/** Probability that |T| exceeds |t| for Student's t with `df` > 0 degrees of freedom. Agrees with R's `2 * pt(-|t|, df)` to 1e-12. */
export function studentTailBothSides(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** The value that |T| exceeds with probability `tail` (0 < tail < 1): R's `qt(1 - tail / 2, df)`, to 1e-10. */
export function studentCritical(tail: number, df: number): number {
  let low = 0;
  let high = 1;
  while (studentTailBothSides(high, df) > tail) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentTailBothSides(middle, df) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
