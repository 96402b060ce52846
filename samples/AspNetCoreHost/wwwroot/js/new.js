// Tells of a file that is too large before it travels. The server looks at it again.
const file = document.querySelector('input[type=file]');
const problem = document.getElementById('file-problem');

function check() {
  const chosen = file.files[0];
  const isTooLarge = chosen !== undefined && chosen.size > Number(file.dataset.maxLength);
  problem.textContent = isTooLarge ? `The file has ${(chosen.size / 1024 / 1024).toFixed(1)} MB; OKSign takes at most 10 MB.` : '';
  file.toggleAttribute('aria-invalid', isTooLarge);
  return !isTooLarge;
}

file.addEventListener('change', check);
file.form.addEventListener('submit', event => {
  if (!check()) {
    event.preventDefault();
    file.focus();
  }
});
