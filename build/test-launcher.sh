#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Checks ./groundwork against an invented project with an invented JDK and Maven, so that no check builds anything.
# Failures go to standard error; the last line of standard output reads "N passed, N failed, N skipped".
set -eu
real=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
project="$work/a project"
passed=0
failed=0

ok() { passed=$((passed + 1)); }
wrong() {
  failed=$((failed + 1))
  printf 'test-launcher: %s\n' "$1" >&2
  sed 's/^/  stdout: /' "$work/out" >&2
  sed 's/^/  stderr: /' "$work/err" >&2
}

# Runs the invented project's launcher; keeps its output and its status.
gw() {
  status=0
  env -i PATH="$path" HOME="$work/home" GROUNDWORK_NO_INSTALL=1 GROUNDWORK_JDK_DIRS="$work/jvm" GROUNDWORK_NO_AOT="$no_aot" "$@" \
    > "$work/out" 2> "$work/err" || status=$?
}
# The same as a user who may read the project and not write it.
as_another() {
  if [ "$(id -u)" = 0 ]; then
    chmod 755 "$work"
    gw "$(command -v setpriv)" --reuid=65534 --regid=65534 --clear-groups "$@"
  else
    chmod -R a-w "$project"
    gw "$@"
    chmod -R u+w "$project"
  fi
}
expect_status() { if [ "$status" -eq "$1" ]; then ok; else wrong "$2: status $status instead of $1"; fi; }
expect_out() { if grep -qF -e "$1" "$work/out"; then ok; else wrong "$2: \"$1\" is not on standard output"; fi; }
expect_err() { if grep -qF -e "$1" "$work/err"; then ok; else wrong "$2: \"$1\" is not on standard error"; fi; }
expect_no_out() { if grep -qF -e "$1" "$work/out"; then wrong "$2: \"$1\" is on standard output"; else ok; fi; }
expect_silent() { if [ -s "$work/$1" ]; then wrong "$2: something is on std$1"; else ok; fi; }
expect_builds() { if [ "$(grep -c . "$work/builds")" -eq "$1" ]; then ok; else wrong "$2: $(grep -c . "$work/builds") builds instead of $1"; fi; }

program() { mkdir -p "${1%/*}"; cat > "$1"; chmod +x "$1"; }

# A JDK that says how it was called, one argument a line.
jdk() { # directory, version
  mkdir -p "$1"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" > "$1/release"
  program "$1/bin/java" <<'JAVA'
#!/bin/sh
for word in "$@"; do case $word in -XX:AOTCacheOutput=*) : > "${word#*=}" ;; esac; done
printf '%s\n' "$@"
JAVA
  printf '#!/bin/sh\n' | program "$1/bin/javac"
  # shellcheck disable=SC2016 # the invented program expands it
  printf '#!/bin/sh\n: > "$4"\n' | program "$1/bin/jar"
}

make_project() {
  mkdir -p "$project/build" "$work/home" "$work/elsewhere" "$work/jars"
  cp "$real/groundwork" "$project/groundwork"
  cp "$real/build/tests.sh" "$project/build/tests.sh"
  echo 'echo "5 passed, 0 failed, 0 skipped"' > "$project/build/test-launcher.sh"
  printf '<artifactId>groundwork</artifactId>\n<version>9.8.7</version>\n' > "$project/pom.xml"
  for module in linkage count statements ballot cli server bench; do
    mkdir -p "$project/$module/src/main/java" "$project/$module/target/classes"
    echo '<project/>' > "$project/$module/pom.xml"
    echo 'class A {}' > "$project/$module/src/main/java/A.java"
  done
  echo 'class B { public static void main(String[] a) {} }' > "$project/bench/src/main/java/LinkageScaleBench.java"
  : > "$work/jars/some.jar"
  # Maven: notes each build, writes the class path for all modules; with "verify", does what $work/verify says.
  program "$work/bin/mvn" <<MVN
#!/bin/sh
printf '%s\n' "\$*" >> "$work/builds"
for module in linkage count statements ballot cli server bench; do
  mkdir -p "$project/\$module/target/launch"
  printf '%s' "$project/linkage/target/classes:$work/jars/some.jar" > "$project/\$module/target/launch/classpath"
done
case "\$*" in *spotless:check*) [ ! -f "$work/unformatted" ]; exit ;; esac
[ ! -f "$work/broken" ] || { echo "cannot find symbol"; exit 1; }
case "\$*" in *verify*) . "$work/verify" ;; esac
MVN
  for tool in cat sed find grep sort tr readlink mkdir rm mv env sh id git cksum stat awk flock dirname mktemp; do
    found=$(command -v "$tool" || true)
    [ -z "$found" ] || ln -s "$found" "$work/bin/$tool"
  done
  : > "$work/builds"
  : > "$work/verify"
  path=$work/bin
  no_aot=1
}

helps() {
  gw "$project/groundwork" --help
  expect_status 0 "--help"
  for command in serve test verify ballot link count admin audit bench build version help; do
    expect_out "  $command " "--help lists every command"
  done
  expect_silent err "--help"
  gw "$project/groundwork" help serve
  expect_status 0 "help serve"
  expect_out "--public-url URL" "help serve"
  gw "$project/groundwork" version
  expect_out "Groundwork 9.8.7" "version"
  gw "$project/groundwork" help nonsense
  expect_status 2 "help on an unknown command"
  for command in serve admin audit test build; do
    gw "$project/groundwork" "$command" --help
    expect_status 0 "$command --help"
    expect_out "./groundwork $command: " "$command --help"
    expect_silent err "$command --help"
  done
  gw "$project/groundwork" help admin
  expect_out "admin reset" "help admin"
  expect_builds 0 "help builds nothing"
}

refuses_misuse() {
  gw "$project/groundwork"
  expect_status 2 "no command"
  expect_silent out "no command"
  gw "$project/groundwork" nonsense
  expect_status 2 "an unknown command"
  expect_err "nonsense" "an unknown command is named"
  gw "$project/groundwork" 'link|linkage'
  expect_status 2 "a command with a bar in it"
  gw "$project/groundwork" test --fast
  expect_status 2 "an option that test does not have"
}

says_what_is_missing() {
  gw "$project/groundwork" link
  expect_status 69 "no JDK"
  expect_err "a JDK 25 or newer is missing" "no JDK"
  jdk "$work/jvm/old" 24.0.1
  gw "$project/groundwork" link
  expect_status 69 "only an old JDK"
  gw env GROUNDWORK_JDK="$work/jvm/old" "$project/groundwork" link
  expect_status 69 "a JDK named that is too old"
  expect_err "GROUNDWORK_JDK=$work/jvm/old" "a JDK named that is too old"
  jdk "$work/jvm/the new one" 25.0.3
  mv "$work/bin/mvn" "$work/mvn"
  gw "$project/groundwork" link
  expect_status 69 "no Maven"
  expect_err "apt-get install -y --no-install-recommends maven" "no Maven: the line to run"
  mv "$work/mvn" "$work/bin/mvn"
}

runs_a_command() {
  gw env -C "$work/elsewhere" "$project/groundwork" link --networks "two words" '*'
  expect_status 0 "link"
  expect_builds 1 "the first call builds"
  expect_out "org.groundwork.cli.Main" "link runs its main class"
  expect_out "two words" "an argument with a space stays one"
  expect_out "*" "a star stays a star"
  expect_out "-Xmx2g" "link has its heap"
  expect_out "$project/cli/target/launch/cli.jar:$project/ballot/target/launch/ballot.jar:$project/count/target/launch/count.jar:$project/linkage/target/launch/linkage.jar:$work/jars/some.jar" "the class path"
  gw env GROUNDWORK_HEAP=99m "$project/groundwork" link
  expect_out "-Xmx99m" "GROUNDWORK_HEAP"
  expect_builds 1 "a second call builds nothing"
  ln -s "$project/groundwork" "$work/elsewhere/gw"
  gw "$work/elsewhere/gw" link
  expect_status 0 "through a symbolic link"
  expect_builds 1 "through a symbolic link nothing is built again"
}

builds_what_is_stale() {
  : > "$work/builds"
  touch -d '+2 seconds' "$project/linkage/src/main/java/A.java"
  gw "$project/groundwork" link
  expect_builds 1 "a source newer than the build"
  touch -d '-1 hour' "$project/linkage/src/main/java/A.java"
  gw "$project/groundwork" link
  : > "$work/builds"
  echo 'class New {}' > "$project/server/src/main/java/New.java"
  gw "$project/groundwork" link
  expect_builds 0 "a source of a module it does not need"
  rm "$work/jars/some.jar"
  gw "$project/groundwork" link
  expect_builds 1 "a jar that is gone"
  expect_status 69 "a jar that the build does not bring back"
  : > "$work/jars/some.jar"
  : > "$work/builds"
  : > "$work/broken"
  gw "$project/groundwork" serve
  expect_status 1 "a build that fails"
  expect_err "cannot find symbol" "a build that fails shows why"
  expect_silent out "a build that fails"
  rm "$work/broken"
  if [ "$(id -u)" != 0 ] || command -v setpriv >/dev/null 2>&1; then
    as_another "$project/groundwork" serve
    expect_status 69 "a directory that this user cannot write"
    expect_err "as the user who owns it" "a directory that this user cannot write"
  fi
  gw "$project/groundwork" serve
  expect_status 0 "after the build is mended"
  expect_no_out "cannot find symbol" "a build that succeeds"
}

names_the_data() {
  gw "$project/groundwork" serve --port 9
  expect_out "$project/var/data" "serve keeps its data in the project"
  gw "$project/groundwork" serve --demo
  expect_out "$project/var/demo" "the demonstration has a directory of its own"
  gw "$project/groundwork" serve --demo --data here
  expect_no_out "$project/var" "a directory that is named is taken as it is"
  gw "$project/groundwork" serve --data=here
  expect_no_out "$project/var" "a directory named after an equals sign is taken too"
  gw "$project/groundwork" serve --port
  if [ "$(tail -n 1 "$work/out")" = --port ]; then ok; else wrong "an option without its value stays the last word"; fi
  for command in admin audit; do
    gw env -C "$work/elsewhere" "$project/groundwork" "$command" work
    expect_out "$project/var/data" "$command works on the data that serve keeps, wherever it is called"
  done
  gw "$project/groundwork" audit verify --file log
  expect_no_out "$project/var" "a log in a file needs no data"
  gw "$project/groundwork" admin
  expect_no_out "$project/var" "admin alone stays alone, and is refused as misuse"
}

benches() {
  gw "$project/groundwork" bench
  expect_out "linkage-scale" "bench lists what there is"
  gw "$project/groundwork" bench linkage-scale 1000
  expect_out "LinkageScaleBench" "bench runs the class"
  expect_out "1000" "bench passes its arguments on"
  gw "$project/groundwork" bench nonsense
  expect_status 2 "an unknown benchmark"
}

# Where "setsid" is missing no cache is made beside, so that nothing runs on when a check is over.
makes_the_cache() {
  no_aot=
  gw "$project/groundwork" serve
  expect_no_out "AOTCache" "without a cache serve starts all the same"
  for tool in setsid nice; do ln -s "$(command -v "$tool")" "$work/bin/$tool"; done
  gw "$project/groundwork" build
  expect_status 0 "build"
  rm "$work/bin/setsid"
  gw "$project/groundwork" serve
  expect_out "-XX:AOTCache=$project/server/target/launch/aot" "serve uses the cache"
  no_aot=1
  gw "$project/groundwork" serve
  expect_no_out "AOTCache" "GROUNDWORK_NO_AOT"
  no_aot=
  touch -d '+1 hour' "$project/linkage/target/launch/linkage.jar"
  gw "$project/groundwork" serve
  expect_no_out "AOTCache" "a cache of other jars is not used"
  no_aot=1
}

report() { # module, tests, errors, skipped, failures
  mkdir -p "$project/$1/target/surefire-reports"
  printf '<?xml version="1.0"?>\n<testsuite name="X" tests="%s" errors="%s" skipped="%s" failures="%s">\n' "$2" "$3" "$4" "$5" \
    > "$project/$1/target/surefire-reports/TEST-X.xml"
}

adds_up_the_tests() {
  mkdir -p "$project/server/src/test/java" "$work/data/housing"
  cat > "$project/server/src/test/java/RealTest.java" <<'JAVA'
class RealTest {
  @Test
  @Tag("real-data")
  void one() {}

  @Test
  void two() {}
}
JAVA
  printf '@Tag("real-data")\nclass AllTest {\n  @Test\n  void a() {}\n  @ParameterizedTest @ValueSource(ints = 1)\n  void b(int n) {}\n}\n' \
    > "$project/server/src/test/java/AllTest.java"
  { declare_report; echo 'report server 10 0 2 0'; echo 'report cli 4 0 0 0'; } > "$work/verify"
  gw env GROUNDWORK_DATA="$work/data" "$project/groundwork" test
  expect_status 0 "tests that pass"
  expect_out "17 passed, 0 failed, 2 skipped" "the sum"
  expect_no_out "left out" "with the data nothing is left out"
  gw env GROUNDWORK_DATA="$work/none" "$project/groundwork" test
  expect_out "3 tests of real data left out: set GROUNDWORK_DATA" "without the data the tests are counted"
  if grep -q "excluded.test.tags=real-data" "$work/builds"; then ok; else wrong "without the data the tag is excluded"; fi
  : > "$work/unformatted"
  gw "$project/groundwork" test
  expect_status 1 "a file out of format"
  expect_out "17 passed, 0 failed, 2 skipped" "a file out of format keeps no test from running"
  rm "$work/unformatted"
  { declare_report; echo 'report server 10 1 0 2'; } > "$work/verify"
  gw "$project/groundwork" test
  expect_status 1 "tests that fail"
  expect_out "12 passed, 3 failed, 0 skipped" "the sum with failures"
  # shellcheck disable=SC2016 # the invented Maven expands it
  echo 'rm -rf "$project/server/target/surefire-reports"' > "$work/verify"
  gw "$project/groundwork" test
  expect_status 1 "a module whose tests did not run"
  expect_err "server has tests and none of them ran" "a module whose tests did not run"
  rm -r "$project/server/src/test"
  echo 'echo "0 passed, 0 failed, 0 skipped"' > "$project/build/test-launcher.sh"
  : > "$work/verify"
  gw "$project/groundwork" test
  expect_status 1 "no test at all"
  expect_err "no test ran" "no test at all"
}

declare_report() { printf 'project="%s"\n' "$project"; sed -n '/^report()/,/^}/p' "$0"; }

requires_a_browser() {
  mkdir -p "$project/e2e/src/test/java"
  gw "$project/groundwork" test
  expect_status 69 "no browser"
  expect_err "apt-get install -y --no-install-recommends chromium" "no browser: the line to run"
  gw env GROUNDWORK_CHROMIUM="$work/none" "$project/groundwork" test
  expect_status 69 "a browser named that is none"
}

requires_real_data_in_ci() {
  mkdir -p "$project/.ci"
  cp "$real/.ci/run" "$project/.ci/run"
  gw env GROUNDWORK_DATA="$work/none" "$project/.ci/run"
  expect_status 69 "ci without the data"
  expect_err "GROUNDWORK_DATA" "ci without the data"
}

is_clean() {
  command -v shellcheck >/dev/null 2>&1 || return 0
  : > "$work/err"
  if shellcheck -x -P "$real" "$real/groundwork" "$real/.ci/run" "$real/build/test-launcher.sh" > "$work/out" 2>&1; then ok; else wrong "shellcheck"; fi
}

make_project
helps
refuses_misuse
says_what_is_missing
runs_a_command
builds_what_is_stale
names_the_data
benches
makes_the_cache
adds_up_the_tests
requires_a_browser
requires_real_data_in_ci
is_clean
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
