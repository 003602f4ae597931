// Changes text size and contrast at once, so that nothing typed is lost by showing the page again.
const { colour } = document.body.dataset;

export function start() {
  if (colour) document.documentElement.style.setProperty("--guide-colour", `#${colour}`);
  document.getElementById("look").addEventListener("submit", (event) => {
    event.preventDefault();
    const { form, name, value } = event.submitter;
    for (const button of form.querySelectorAll(`[name=${name}]`)) {
      const on = button === event.submitter;
      button.setAttribute("aria-pressed", on);
      if (button.value) document.documentElement.classList.toggle(`look-${button.value}`, on);
    }
    fetch(form.action, { method: "POST", body: new URLSearchParams({ [name]: value }), redirect: "manual" });
  });
}
