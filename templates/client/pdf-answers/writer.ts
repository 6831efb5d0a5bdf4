export { fillPdf } from './fill-pdf.ts';
export { readPdf } from './read-pdf.ts';
