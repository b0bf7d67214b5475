// Search, and links that open what they point to. Without this the page has all the same text.
const search = document.getElementById("search");
const operations = [...document.querySelectorAll(".operation")];
const texts = new Map(operations.map((operation) => [operation, operation.textContent.toLowerCase()]));

function find() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const operation of operations) {
    operation.hidden = !words.every((word) => texts.get(operation).includes(word));
  }
  for (const chapter of document.querySelectorAll(".chapter")) {
    chapter.hidden = ![...chapter.querySelectorAll(".operation")].some((operation) => !operation.hidden);
  }
  document.querySelector(".about").hidden = words.length > 0;
  document.getElementById("nothing").hidden = operations.some((operation) => !operation.hidden);
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    if (target.hidden) {
      search.value = "";
      find();
    }
    target.open = true;
    target.scrollIntoView();
  }
}

search.hidden = false;
search.addEventListener("input", find);
window.addEventListener("hashchange", openTarget);
openTarget();
