/** When the results of an edition were published, of the row `c` (its call) of a statement; null before. */
export const RESULTS_AT = `(select min(r.published_at) from publication r where r.organisation = c.organisation and r.edition = c.edition)`
