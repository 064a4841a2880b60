/** The largest file that is read, in bytes as it stands on disk: 20 MB. Apart from the contract, so that the command line starts without it. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
