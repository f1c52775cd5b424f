// Runs before the first paint: sets the theme, and says in plain words why the editor cannot start, if it cannot.
//
// Old syntax on purpose: the browser that cannot run the editor must still be able to read this.

(function () {
  "use strict";

  var root = document.documentElement;
  var systemTheme = window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)");
  var told = false;
  var ADVICE =
    "On IIS, add the MIME type `.wasm` with the value `application/wasm` (IIS Manager, the site, MIME Types, Add); " +
    "on other servers, give files that end in `.wasm` this type. Then reload the page.";

  setTheme();
  if (systemTheme && systemTheme.addEventListener) {
    systemTheme.addEventListener("change", setTheme);
  }

  if (typeof WebAssembly !== "object") {
    tell("This browser cannot run the editor", [
      "WebAssembly is missing or switched off here.",
      "Open this page in a current Edge, Chrome, Firefox or Safari. If this is one, a policy of your organisation " +
        "or a security setting of the browser switches WebAssembly off for this page.",
    ]);
  }

  // While capturing: a file that does not load reports to its element only, and that event does not bubble.
  window.addEventListener("error", function (event) {
    var element = event.target;
    if (element && element !== window && element.tagName !== "SCRIPT") {
      return;
    }
    explain(event.error || event.message);
  }, true);
  window.addEventListener("unhandledrejection", function (event) {
    explain(event.reason);
  });

  // What the user chose, else what the system prefers.
  function setTheme() {
    var theme = null;
    try {
      theme = localStorage.getItem("theme");
    } catch (refused) {
      // Storage is switched off: the system decides.
    }
    if (theme !== "light" && theme !== "dark") {
      theme = systemTheme && systemTheme.matches ? "dark" : "light";
    }
    root.setAttribute("data-theme", theme);
  }

  // Something failed before the editor took the place of the shell: finds out what, and tells it.
  function explain(reason) {
    if (told || !waiting()) {
      return;
    }
    if (location.protocol === "file:") {
      tell("The editor needs a web server", [
        "This page was opened from a disk, and a browser loads the editor's parts from a web server only.",
        "Put the folder on any web server. To try it on this computer, run `python3 -m http.server` in the folder " +
          "and open http://localhost:8000/.",
      ]);
      return;
    }
    var link = document.querySelector("link[rel=preload][as=fetch]");
    var address = link && link.href;
    if (!address || !window.fetch) {
      tellCause(reason);
      return;
    }
    fetch(address, { method: "HEAD", cache: "no-store" }).then(function (response) {
      var name = address.slice(address.lastIndexOf("/") + 1);
      var type = response.headers.get("Content-Type") || "";
      if (!response.ok) {
        tell("The server does not send the editor's program", [
          "It answered " + response.status + " for the file `" + name + "`.",
          "Either the file was not copied to the server, or the server does not know its type. " + ADVICE,
        ]);
      } else if (type.split(";")[0].trim() !== "application/wasm") {
        tell("The server sends the editor's program with a wrong type", [
          "The file `" + name + "` came as " + (type ? "`" + type + "`" : "a file without a type") +
            " and has to come as `application/wasm`.",
          ADVICE,
        ]);
      } else {
        tellCause(reason);
      }
    }).catch(function () {
      tell("The server cannot be reached", ["Check the connection and reload the page."]);
    });
  }

  function tellCause(reason) {
    tell("The editor could not start", [
      "Reload the page with Ctrl+F5. If that does not help, the files on the server may be of different versions " +
        "(copy all of them again), or this browser may be too old.",
      "The browser says: " + String((reason && reason.message) || reason || "a part of the page did not load"),
    ]);
  }

  function waiting() {
    return document.readyState === "loading" || document.getElementById("shell") !== null;
  }

  // Puts a heading and paragraphs into the shell; text between backquotes is set as code.
  function tell(heading, paragraphs) {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", function () {
        tell(heading, paragraphs);
      });
      return;
    }
    var shell = document.getElementById("shell");
    if (told || !shell) {
      return;
    }
    told = true;
    // The bar with the name stays; the panels, and the word "Loading" in the bar, go.
    while (shell.lastElementChild.tagName !== "HEADER") {
      shell.removeChild(shell.lastElementChild);
    }
    shell.lastElementChild.removeChild(shell.lastElementChild.lastElementChild);
    shell.removeAttribute("aria-busy");
    var message = document.createElement("main");
    message.className = "boot";
    message.setAttribute("role", "alert");
    append(message, "h2", heading).className = "boot__title";
    for (var index = 0; index < paragraphs.length; index += 1) {
      append(message, "p", paragraphs[index]);
    }
    shell.appendChild(message);
  }

  function append(parent, name, text) {
    var element = document.createElement(name);
    var pieces = text.split("`");
    for (var index = 0; index < pieces.length; index += 1) {
      var piece = document.createTextNode(pieces[index]);
      if (index % 2 === 1) {
        var code = document.createElement("code");
        code.appendChild(piece);
        piece = code;
      }
      element.appendChild(piece);
    }
    return parent.appendChild(element);
  }
})();
