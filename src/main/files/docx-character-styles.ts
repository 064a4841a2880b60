/** Word's ids of our character styles; readers know them without the library that writes. */
export const LEAD = 'LeadSentence'
export const SLOT = 'OpenSlot'
/** an open slot within a lead sentence */
export const LEAD_SLOT = 'LeadOpenSlot'
