// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** The key store refused, for a stated reason. Neither reason nor message holds key material or data. */
public final class KeyRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. {@link #sentence} is for the person who runs the server. */
  public sealed interface Reason {
    /** What is wrong and what to do, in English, without a line break. */
    String sentence();
  }

  /** There is no root key, and making one was not allowed. */
  public record RootMissing(Path file) implements Reason {
    @Override
    public String sentence() {
      return "No root key at " + file + ". Restore it from its backup; without it sealed data cannot be opened.";
    }
  }

  /** There is no root key although keys made under one exist. */
  public record RootLost(Path file, Path found) implements Reason {
    @Override
    public String sentence() {
      return "No root key at " + file + ", but " + found
          + " needs one. A new root key would not open it: restore the old one.";
    }
  }

  /** The root key is not the one the other keys were encrypted under. */
  public record RootWrong(Path file) implements Reason {
    @Override
    public String sentence() {
      return "The root key at " + file + " does not belong to these keys. Restore the one that does.";
    }
  }

  /** A file that a whole key directory has is not there. */
  public record Incomplete(Path file) implements Reason {
    @Override
    public String sentence() { return "The key directory is incomplete: " + file + " is missing. Restore it."; }
  }

  /** A key file was changed, cut short or put in another's place. */
  public record Damaged(Path file) implements Reason {
    @Override
    public String sentence() { return "The key file " + file + " is damaged or was moved. Restore it."; }
  }

  /** Others on this machine may read or change a key file or directory. */
  public record TooOpen(Path path, String permissions) implements Reason {
    @Override
    public String sentence() {
      return path + " has permissions " + permissions + "; nobody but the owner may have any. Run: chmod go= " + path;
    }
  }

  /** The file system has no owner and permissions. */
  public record NoPermissions(Path path) implements Reason {
    @Override
    public String sentence() {
      return path + " is on a file system without owner and permissions; keys cannot be kept there.";
    }
  }

  /** The keys would lie where the database and its backup are. */
  public record NotOutside(Path keys, Path database) implements Reason {
    @Override
    public String sentence() {
      return "The keys at " + keys + " must lie outside " + database + ", or one backup holds both lock and key.";
    }
  }

  /** The purpose has no key. */
  public record Missing(UUID local, Purpose purpose) implements Reason {
    @Override
    public String sentence() {
      return "Local " + local + " has no key for " + purpose.name() + ". If it had one, restore the key directory.";
    }
  }

  /** The purpose's keys were destroyed. */
  public record Destroyed(UUID local, Purpose purpose) implements Reason {
    @Override
    public String sentence() { return "The key of local " + local + " for " + purpose.name() + " was destroyed."; }
  }

  /** The purpose is one whose keys are kept. */
  public record NotDestroyable(Purpose purpose) implements Reason {
    @Override
    public String sentence() { return "The keys for " + purpose.name() + " are kept and cannot be destroyed."; }
  }

  /** Rows name keys that the store does not have. */
  public record UnknownIds(UUID local, Purpose purpose, Set<Integer> ids) implements Reason {
    @Override
    public String sentence() {
      return "Rows of local " + local + " name keys for " + purpose.name() + " that are not here: " + ids + ".";
    }
  }

  private final transient Reason reason;

  KeyRefusal(Reason reason) {
    super(reason.sentence());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() { return reason; }
}
