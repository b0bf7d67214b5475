/** What a lead's columns say of the person: name, company, country, language. Pure, like the rules of a lead. */
@NullMarked
package io.salesbrain.scoring.profile;

import org.jspecify.annotations.NullMarked;
