// Takes the token of a link out of the address, where a history would keep it,
// into the form. Without a script people type it.
const token = document.getElementById('token');

function take() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token') || token.value;
  if (!given) return;
  token.value = given;
  history.replaceState(null, '', location.pathname + location.search);
  for (const field of document.querySelectorAll('[data-without-link]')) {
    field.hidden = true;
    for (const input of field.querySelectorAll('input')) input.disabled = input !== token;
  }
  for (const link of document.querySelectorAll('[data-lang]')) link.hash = 'token=' + encodeURIComponent(given);
}

if (token) {
  take();
  addEventListener('hashchange', take);
}

// Shows what is typed into a field for a password, on request.
for (const button of document.querySelectorAll('[data-shows]')) {
  const input = document.getElementById(button.dataset.shows);
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  });
}
