// Says in plain words when boot.js did not start: the browser is too old to read it, or it did not arrive.
// Written so that every browser can read it. By the time of `load` modules have begun to run.
(function () {
  var isMissing = false;

  function onError(event) {
    if (event.target && event.target.nodeName === 'SCRIPT') isMissing = true;
  }

  function show(name) {
    var start = document.getElementById('start');
    var panel = document.getElementById('panel-' + name);
    var button = panel.getElementsByTagName('button')[0];
    if (start) start.parentNode.removeChild(start);
    panel.removeAttribute('hidden');
    button.onclick = function () { location.reload(); };
    button.focus();
  }

  function onLoad() {
    if (document.documentElement.getAttribute('data-booted') === null) show(isMissing ? 'missing' : 'browser');
  }

  // A file that does not arrive is told to its element only; capturing hears it here.
  window.addEventListener('error', onError, true);
  window.addEventListener('load', onLoad);
})();
