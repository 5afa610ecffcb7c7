// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundwork.platform.database.DatabaseStartException;
import org.groundwork.platform.database.StartRefusal;
import org.groundwork.platform.keys.KeyRefusal;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start failed, in one sentence for whoever started it. */
public final class StartFailure {
  private static final int FAILED = 1;
  private static final int MISSING = 69;

  private StartFailure() {}

  /** The sentence of the innermost cause, which says what is wrong; the wrapping around it is the framework's. */
  public static String sentence(Throwable failure) {
    var port = first(failure, PortInUseException.class);
    if (port.isPresent()) {
      return "Port " + port.get().getPort()
          + " is in use by another program. Stop that one, or choose another: --port N";
    }
    if (first(failure, BindException.class).isPresent()) {
      return "The address after --listen is not one of this machine. Use 127.0.0.1, 0.0.0.0 or one of its own.";
    }
    Throwable cause = first(failure, DatabaseStartException.class).map(Throwable.class::cast)
        .or(() -> first(failure, KeyRefusal.class))
        .or(() -> first(failure, BadSetting.class))
        .orElseGet(() -> innermost(failure));
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The exit status: 69 where this system lacks what the product needs, else 1. */
  public static int status(Throwable failure) {
    return first(failure, DatabaseStartException.class).map(refused -> switch (refused.refusal()) {
      case StartRefusal.UnsupportedPlatform _,StartRefusal.CannotDropPrivileges _,StartRefusal.ExternalUnsuitable _ ->
        MISSING;
      case StartRefusal.AlreadyRunning _,StartRefusal.NotWritable _,StartRefusal.OtherMajorVersion _,StartRefusal.DiskFull _,StartRefusal.OrphanDoesNotStop _,StartRefusal.ServerFailed _,StartRefusal.UnsafeRoles _ ->
        FAILED;
    }).orElse(FAILED);
  }

  private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  private static Throwable innermost(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause).reduce((a, b) -> b).orElse(failure);
  }
}
