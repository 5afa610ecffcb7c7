# shellcheck shell=sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# The command "test" of ./groundwork, which reads this file and has set root; "say", "missing" and the rest are its own.

run_test() {
  [ $# -eq 0 ] || misused "test takes no options."
  find_jdk
  need_maven
  [ ! -d "$root/e2e/src/test/java" ] || need_chromium
  [ ! -d "$root/count/src/test/java" ] || command -v belenios-tool >/dev/null 2>&1 || need_package belenios-tool belenios-tool
  [ ! -d "$root/server/src/test/java/org/groundwork/ledger" ] ||
    { command -v hledger && command -v bean-check; } >/dev/null 2>&1 || need_package "hledger and Beancount" hledger beancount
  excluded=
  left_out=0
  GROUNDWORK_DATA=${GROUNDWORK_DATA:-$root/../shared/data}
  if [ -d "$GROUNDWORK_DATA" ]; then
    GROUNDWORK_DATA=$(cd "$GROUNDWORK_DATA" && pwd)
    export GROUNDWORK_DATA
  else
    excluded=-Dexcluded.test.tags=real-data
    left_out=$(count_tagged)
    unset GROUNDWORK_DATA
  fi
  status=0
  launcher=$(sh "$root/build/test-launcher.sh") || status=1
  remove_reports
  # Apart from the build, so that a file out of format keeps no test from running; either fails the whole.
  maven -q --no-transfer-progress -Dstyle.color=never --fail-at-end spotless:check >&2 || status=1
  maven --no-transfer-progress -Dstyle.color=never -Dspotless.check.skip=true -Dmaven.test.failure.ignore=true ${excluded:+"$excluded"} verify >&2 || status=1
  every_module_reported || status=1
  summary "$launcher"
}

need_chromium() {
  if [ -n "${GROUNDWORK_CHROMIUM:-}" ]; then
    [ -x "$GROUNDWORK_CHROMIUM" ] || missing "GROUNDWORK_CHROMIUM=$GROUNDWORK_CHROMIUM is not a program."
    return
  fi
  find_chromium || { need_package Chromium chromium fonts-dejavu-core; find_chromium; } ||
    missing "Chromium was installed and is still not found; name it in GROUNDWORK_CHROMIUM."
  export GROUNDWORK_CHROMIUM
}

find_chromium() {
  for browser in chromium chromium-browser google-chrome; do
    GROUNDWORK_CHROMIUM=$(command -v "$browser" 2>/dev/null) && return 0
  done
  return 1
}

# Test methods that carry the tag, or whose class does.
count_tagged() {
  find "$root" -path '*/src/test/java/*' -name '*.java' -exec grep -l '"real-data"' {} + | while IFS= read -r file; do
    awk '
      /^[ \t]*@/ { if (/@(Test|ParameterizedTest|RepeatedTest)/) test = 1; if (/"real-data"/) tag = 1 }
      /^[ \t]*[^@ \t\/*]/ {
        if (!inside && tag && /class /) all = 1
        if (/class /) inside = 1
        if (test) { tests++; if (tag) tagged++ }
        test = 0; tag = 0
      }
      END { print all ? tests + 0 : tagged + 0 }' "$file"
  done | awk '{ n += $1 } END { print n + 0 }'
}

reports() { find "$root" -path '*/target/surefire-reports/TEST-*.xml'; }

remove_reports() { find "$root" -path '*/target/surefire-reports/TEST-*.xml' -exec rm -f {} +; }

# A module whose tests did not run at all would otherwise look like one that passed.
every_module_reported() {
  complete=0
  while IFS= read -r pom; do
    module=${pom%/pom.xml}
    [ -n "$(find "$module/src/test/java" -name '*Test*.java' -print -quit 2>/dev/null)" ] || continue
    [ -n "$(find "$module/target/surefire-reports" -name 'TEST-*.xml' -print -quit 2>/dev/null)" ] && continue
    say "${module##*/} has tests and none of them ran."
    complete=1
  done <<POMS
$(find "$root" -mindepth 2 -maxdepth 2 -name pom.xml)
POMS
  return "$complete"
}

# Adds up the reports and the launcher's own checks ("N passed, N failed, N skipped").
summary() {
  counts=$( { printf '%s\n' "$1" | awk '/ passed, /{ print $1, $3, $5 }'
    reports | while IFS= read -r file; do
      awk '/<testsuite / {
        split("tests errors failures skipped", names, " ")
        for (i in names) { n[names[i]] = 0; if (match($0, " " names[i] "=\"[0-9]+\"")) {
          text = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", text); n[names[i]] = text + 0 } }
        bad = n["errors"] + n["failures"]; print n["tests"] - bad - n["skipped"], bad, n["skipped"]; exit }' "$file"
    done; } | awk '{ p += $1; f += $2; s += $3 } END { printf "%d %d %d", p, f, s }')
  passed=${counts%% *} skipped=${counts##* }
  failed=${counts#* }; failed=${failed% *}
  [ "$left_out" -eq 0 ] || echo "$left_out tests of real data left out: set GROUNDWORK_DATA"
  if [ $((passed + failed)) -eq 0 ]; then say "no test ran."; status=1; fi
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then say "no test failed, but another step did: see above."; fi
  [ "$failed" -eq 0 ] || status=1
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$status"
}
