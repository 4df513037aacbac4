// Puts a page's clock so many milliseconds ahead of the machine's. Runs before the page's own scripts, and again
// where the clock is moved under an open page. `AHEAD` is replaced by the number.
(ahead => {
  const Real = (window.realDate ??= Date);
  window.Date = class Date extends Real {
    constructor(...given) {
      given.length ? super(...given) : super(Real.now() + ahead);
    }
    static now() {
      return Real.now() + ahead;
    }
  };
})(AHEAD);
