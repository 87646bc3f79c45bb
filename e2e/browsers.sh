# Finds the browsers of the tests and installs those that are missing where it may. Sourced by ./molweave.

has() { command -v "$1" >/dev/null 2>&1; }

# The engines that the tests can drive here, which then must not be skipped.
browsers_here() {
  local here=
  has chromium && has chromedriver && here=chromium
  has WebKitWebDriver && has Xvfb && here="$here webkit"
  has firefox-esr && here="$here firefox"
  printf %s "${here# }"
}

# Installs the Debian packages that are missing, as root or through a password-less sudo; else says what stays untested.
get_browsers() {
  local missing=() as_root=()
  has chromium || missing+=(chromium)
  has chromedriver || missing+=(chromium-driver)
  has WebKitWebDriver || missing+=(webkit2gtk-driver)
  has Xvfb || missing+=(xvfb)
  has firefox-esr || missing+=(firefox-esr)
  [ ${#missing[@]} -gt 0 ] || return 0
  local line="apt-get install --no-install-recommends ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  if has apt-get && { [ ${#as_root[@]} -eq 0 ] || sudo -n true 2>/dev/null; }; then
    say "Installing the browsers of the tests (once): $line"
    mkdir -p target
    if { ${as_root[@]+"${as_root[@]}"} apt-get update &&
      ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
      >target/browsers.log 2>&1 </dev/null; then
      return 0
    fi
    tail -n 5 target/browsers.log >&2
    say "The browsers could not be installed; the whole log is $root/target/browsers.log"
  fi
  say "Missing for the tests in browsers: ${missing[*]}. On Debian or Ubuntu: sudo $line"
  case " ${missing[*]} " in
    *" chromium"*) say "Selenium Manager will try to fetch a Chrome; where it cannot, the tests in Chromium are skipped." ;;
  esac
  case " ${missing[*]} " in
    *" firefox-esr "*) say "The tests in Firefox are skipped." ;;
  esac
  case " ${missing[*]} " in
    *" webkit2gtk-driver "* | *" xvfb "*) say "The tests in WebKit are skipped." ;;
  esac
}
