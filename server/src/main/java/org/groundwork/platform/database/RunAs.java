// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom the server runs. PostgreSQL refuses user 0; a container often forbids user namespaces; so root has two ways.
 *
 * @param prefix words before a command that make it run so
 * @param owner number of the user to whom the server's files belong
 */
record RunAs(List<String> prefix, int owner) {
  /** The traditional number of "nobody". */
  private static final int NOBODY = 65534;

  RunAs { prefix = List.copyOf(prefix); }

  /** As the user we are. */
  static RunAs self(int uid) { return new RunAs(List.of(), uid); }

  /** In a user namespace: the files stay root's, the powers of root are left outside. */
  static RunAs userNamespace() {
    return new RunAs(List.of("unshare", "-U"), 0);
  }

  /** As another user, without any group of ours. */
  static RunAs user(int uid) {
    return new RunAs(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), uid);
  }

  /** The way of an existing home is kept (its owner tells); a new one takes the first that works on it. */
  static RunAs choose(PostgresHome home) {
    return choose(home, ourselves());
  }

  static RunAs choose(PostgresHome home, int we) {
    try {
      int owner = uid(home.directory());
      if (we != 0) {
        return self(we);
      }
      List<RunAs> ways = owner == 0 ? List.of(userNamespace(), user(NOBODY)) : List.of(user(owner));
      for (RunAs way : ways) {
        if (way.canUse(home)) {
          return way;
        }
      }
      if (owner == 0) {
        userNamespace().giveTo(home);
      }
      throw new DatabaseStartException(new StartRefusal.CannotDropPrivileges(home.directory(),
          "the directory must be reachable for user " + ways.getLast().owner()));
    } catch (IOException e) {
      throw Failures.starting(home.directory(), "choosing the user to run as", e);
    }
  }

  /** The number of the user we are; 0 is root. */
  static int ourselves() {
    return Math.toIntExact(new UnixSystem().getUid());
  }

  private boolean canUse(PostgresHome home) throws IOException {
    if (!Programs.succeeds(command("true").toArray(String[]::new))) {
      return false;
    }
    giveTo(home);
    String check = "test -x \"$1\" && test -w \"$1\"";
    return Programs.succeeds(command("sh", "-c", check, "sh", home.directory().toString()).toArray(String[]::new));
  }

  private void giveTo(PostgresHome home) throws IOException {
    if (uid(home.directory()) == owner) {
      return;
    }
    try (var files = Files.walk(home.directory())) {
      for (Path file : files.toList()) {
        give(file);
      }
    }
  }

  /** Makes a file of ours readable for the server. */
  void give(Path file) throws IOException {
    if (uid(file) != owner) {
      Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  List<String> command(String... words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(words));
    return List.copyOf(all);
  }

  private static int uid(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
