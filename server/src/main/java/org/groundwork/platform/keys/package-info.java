// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Keys kept outside the database and what is done with them: sealing fields, exact look-up by keyed hash, and a search
 * of names that forgives spelling. Owns the key directories; publishes {@link KeyStore}, {@link FieldCipher},
 * {@link BlindIndex}, {@link NameTokens} and {@link SecretBytes}. The formats are in {@code docs/SPEC-keys.md}.
 */
@NullMarked
@NamedInterface("keys")
package org.groundwork.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
