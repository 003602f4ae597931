// Calls `go` when Shift alone was pressed three times within five seconds; `tell` is told how many presses are left.
export function thrice(target, tell, go) {
  let times = 0;
  let alone = false;
  let timer;
  const reset = () => {
    times = 0;
    tell(0);
  };
  target.addEventListener("keydown", (event) => {
    alone = event.key === "Shift";
    if (!alone && times) reset();
  });
  target.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    clearTimeout(timer);
    if (++times === 3) {
      times = 0;
      return go();
    }
    tell(3 - times);
    timer = setTimeout(reset, 5000);
  });
}
