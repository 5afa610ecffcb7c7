// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

import java.nio.file.Path;
import java.util.List;

/** Why the database was not started or not accepted. Each case says what is wrong and what the administrator can do. */
public sealed interface StartRefusal {
  /** One or more sentences for the terminal, in English, without a trailing line break. */
  String message();

  /** Another process of this product uses the same directory. {@code pid} is 0 when its owner had not yet written it. */
  record AlreadyRunning(Path home, long pid, String address) implements StartRefusal {
    @Override
    public String message() {
      return "Another Groundwork is running on " + home + ": process " + (pid == 0 ? "unknown" : Long.toString(pid))
          + (address.isEmpty() ? "" : ", at " + address)
          + ". Stop it first, or give this one another --data directory.";
    }
  }

  /** The directory cannot be created, entered or written. */
  record NotWritable(Path path, String detail) implements StartRefusal {
    @Override
    public String message() {
      return "The directory " + path + " cannot be used for the database: " + detail
          + ". Choose another --data directory, or change its owner.";
    }
  }

  /** There is no PostgreSQL for this kind of machine inside the product. */
  record UnsupportedPlatform(String system, String architecture) implements StartRefusal {
    @Override
    public String message() {
      return "There is no embedded PostgreSQL for " + system + " on " + architecture
          + ". Install PostgreSQL 18 and set groundwork.database.url (docs/operations.md, \"External PostgreSQL\").";
    }
  }

  /** The directory was written by another major version, whose files this one cannot read. */
  record OtherMajorVersion(Path data, String found, int needed) implements StartRefusal {
    @Override
    public String message() {
      return "The data in " + data + " belongs to PostgreSQL " + found + "; this program brings PostgreSQL " + needed
          + ", which cannot read it. Start the program version that wrote it. Nothing was changed.";
    }
  }

  /** The file system has no room left. */
  record DiskFull(Path path) implements StartRefusal {
    @Override
    public String message() {
      return "The disk that holds " + path
          + " is full. Free some space (a new database needs about 200 MB) and start again.";
    }
  }

  /** PostgreSQL refuses to run as root, and no way to run it as somebody else works here. */
  record CannotDropPrivileges(Path home, String detail) implements StartRefusal {
    @Override
    public String message() {
      return "PostgreSQL does not run as root, and neither \"unshare -U\" nor \"setpriv\" could give it less on " + home
          + ": "
          + detail
          + ". Run this program as an ordinary user, or set groundwork.database.url to an external PostgreSQL 18.";
    }
  }

  /** A server left behind by a killed program still uses the data and does not end. */
  record OrphanDoesNotStop(Path data, long pid) implements StartRefusal {
    @Override
    public String message() {
      return "A PostgreSQL left over from an earlier run (process " + pid + ") still uses " + data
          + " and did not stop within the time allowed. Look at it, stop it with \"kill -INT " + pid
          + "\" and start again.";
    }
  }

  /** A step of the embedded server failed; {@code detail} ends with the last lines of its log. */
  record ServerFailed(String step, String detail) implements StartRefusal {
    @Override
    public String message() { return "The embedded PostgreSQL failed (" + step + "): " + detail; }
  }

  /** The server given in the settings cannot be used: not reachable, another version, not set up. */
  record ExternalUnsuitable(String detail) implements StartRefusal {
    @Override
    public String message() {
      return "The PostgreSQL in groundwork.database.url cannot be used: " + detail
          + ". See docs/operations.md, \"External PostgreSQL\".";
    }
  }

  /** A role may do more than it should, so that row security would not hold. */
  record UnsafeRoles(List<RoleViolation> violations) implements StartRefusal {
    public UnsafeRoles { violations = List.copyOf(violations); }

    @Override
    public String message() {
      return "The database roles are not safe, so locals would not be kept apart: "
          + String.join("; ", violations.stream().map(RoleViolation::toString).toList()) + ".";
    }
  }
}
