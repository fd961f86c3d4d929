(function () {
  'use strict';
  var filters = document.getElementById('filters');
  if (!filters) return;
  filters.hidden = false;
  var rule = document.getElementById('rule');
  var file = document.getElementById('file');
  var output = document.getElementById('shown');
  var boxes = Array.from(filters.querySelectorAll('input[type=checkbox]'));
  var cards = Array.from(document.querySelectorAll('article.finding'));
  var files = Array.from(document.querySelectorAll('section.file'));
  function apply() {
    var wanted = boxes.filter(function (b) { return b.checked; }).map(function (b) { return b.value; });
    var part = file.value.toLowerCase();
    var shown = 0;
    cards.forEach(function (card) {
      var data = card.dataset;
      card.hidden = wanted.indexOf(data.severity) < 0
        || (rule.value !== '' && data.rule !== rule.value)
        || data.path.toLowerCase().indexOf(part) < 0;
      if (!card.hidden) shown++;
    });
    files.forEach(function (section) {
      section.hidden = !section.querySelector('article.finding:not([hidden])');
    });
    output.textContent = shown === cards.length ? '' : shown + ' of ' + cards.length + ' shown';
  }
  filters.addEventListener('input', apply);
  filters.addEventListener('change', apply);
})();
