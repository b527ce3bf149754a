/** Logical name → file name: 'app.css' → 'app-3f2a….css'. */
export function buildStyles(options: { outdir: string; minify?: boolean }): Promise<Record<string, string>>
