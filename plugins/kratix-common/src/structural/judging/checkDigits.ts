/**
 * Numbers that end with a digit by which the others are checked.
 * Source: k8s.io/kube-openapi/pkg/internal/third_party/govalidator (1.36).
 * @internal
 */
export function isCreditCard(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * 2;
    const counted = doubled > 9 ? doubled - 9 : doubled;
    return total + (index % 2 === 1 ? counted : Number(digit));
  }, 0);
  return creditCard.test(digits) && sum % 10 === 0;
}

const creditCard =
  /^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35\d{3})\d{11})$/;

/** @internal */
export function isIsbn10(text: string): boolean {
  const digits = withoutGaps(text);
  const sum = [...digits].reduce(
    (total, digit, index) =>
      total + (index + 1) * (digit === 'X' ? 10 : Number(digit)),
    0,
  );
  return /^(?:[0-9]{9}X|[0-9]{10})$/.test(digits) && sum % 11 === 0;
}

/** @internal */
export function isIsbn13(text: string): boolean {
  const digits = withoutGaps(text);
  const sum = [...digits].reduce(
    (total, digit, index) => total + (index % 2 === 0 ? 1 : 3) * Number(digit),
    0,
  );
  return /^[0-9]{13}$/.test(digits) && sum % 10 === 0;
}

function withoutGaps(text: string): string {
  return text.replace(/[\s-]/g, '');
}
