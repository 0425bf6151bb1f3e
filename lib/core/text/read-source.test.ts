import { describe, expect, it } from 'vitest'
import { MAX_ABOUT, readSource } from './read-source'

const PROSE =
  'The lighthouse keeper climbed the stairs every evening and lit the lamp before the fishing boats came home to the harbour.'

describe('reading a source', () => {
  it('fingerprints the body in UTF-8', () => {
    // The digest of "abc" from FIPS 180-2, appendix B.1.
    expect(readSource('abc').sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(readSource('abd').sha256).not.toBe(readSource('abc').sha256)
  })

  it('reads front matter, in any order, with quotes and both spellings of licence', () => {
    const body = `---\nlicense: "CC BY 4.0"\ntitle: The Lamp\nauthor: 'Ada Quill'\nlanguage: en\nbased on: A diary\nother: 7\n---\n\n# Another title\n\n${PROSE}`
    expect(readSource(body).about).toEqual({
      title: 'The Lamp',
      author: 'Ada Quill',
      language: 'en',
      licence: 'CC BY 4.0',
      basedOn: 'A diary',
    })
  })

  it('takes a rule that opens a text for a rule', () => {
    const body = `---\n\nNo keys here, only a line above.\n\n${PROSE}`
    expect(readSource(body, { fileName: 'on-lamps.txt' }).about.title).toBe('On lamps')
  })

  it('finds title and author on a title page with a transcription record', () => {
    const body = `Ada Quill\n\nA Year of Lamps\n\nIV. The Winter\n\nWritten: 1911, Hull\nTranscription: B. Reader.\n\n${PROSE}`
    expect(readSource(body).about).toMatchObject({
      title: 'A Year of Lamps: IV. The Winter',
      author: 'Ada Quill',
    })
  })

  it('finds title and author by a line that begins with "by"', () => {
    expect(readSource(`The Lamp\n\nby Ada Quill\n\n${PROSE}`).about).toMatchObject({
      title: 'The Lamp',
      author: 'Ada Quill',
    })
  })

  it('takes a first heading for the title, and not a second for the author', () => {
    const about = readSource(`Coastal Lights\n\nEarly Lamps\n\n${PROSE}`).about
    expect(about).toMatchObject({ title: 'Coastal Lights', author: '' })
    expect(readSource(`# Coastal *Lights*\n\n${PROSE}`).about.title).toBe('Coastal Lights')
  })

  it('reads the header of a library', () => {
    const body = `The Project Gutenberg eBook of The Lamp\n\nTitle: The Lamp\n\nAuthor: Ada Quill\n\nLanguage: English\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\n${PROSE}\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\nLicence text.`
    expect(readSource(body).about).toMatchObject({
      title: 'The Lamp',
      author: 'Ada Quill',
      language: 'English',
    })
  })

  it('falls back on the name of the file, then on the first words', () => {
    expect(readSource(PROSE, { fileName: 'C:\\notes\\light_houses-2.txt' }).about.title).toBe(
      'Light houses 2',
    )
    expect(readSource(PROSE).about.title).toBe(
      'The lighthouse keeper climbed the stairs every evening …',
    )
    expect(readSource('Two words').about.title).toBe('Two words')
  })

  describe('in Markdown', () => {
    const title = (body: string, fileName = 'sea_notes-1911.md') =>
      readSource(body, { fileName }).about.title

    it('takes the one heading of the first level for the title', () => {
      expect(title(`# The Lamp\n\n${PROSE}\n\n## Oil\n\n${PROSE}`)).toBe('The Lamp')
      expect(title(`The Lamp\n===\n\n${PROSE}\n\n## Oil\n\n${PROSE}`)).toBe('The Lamp')
      expect(title(`# 1 Oil\n\n${PROSE}`)).toBe('1 Oil')
    })

    it('does not take code and comments for headings', () => {
      const shell = '```sh\n# a comment\nls\n```'
      expect(title(`# The Lamp\n\n${PROSE}\n\n${shell}\n\n<!--\n# gone\n-->`)).toBe('The Lamp')
    })

    it('takes several for chapters, and the name of the file for the title', () => {
      const chapters = `# Oil\n\n${PROSE}\n\n# Wicks\n\n${PROSE}`
      expect(title(chapters)).toBe('Sea notes 1911')
      expect(title(`Oil\n===\n\n${PROSE}\n\nWicks\n===\n\n${PROSE}`)).toBe('Sea notes 1911')
      expect(title(chapters.replace('Oil', 'Chapter 1').replace('Wicks', 'Chapter 2'))).toBe(
        'Sea notes 1911',
      )
      expect(title(`# Introduction\n\n${PROSE}\n\n# Chapter 1\n\n${PROSE}`)).toBe('Sea notes 1911')
      expect(title(`# Part One\n\n# Oil\n\n${PROSE}\n\n# Wicks`)).toBe('Sea notes 1911')
    })

    it('says of what was pasted which chapter it begins with', () => {
      expect(title(`# *Oil*\n\n${PROSE}\n\n# Wicks\n\n${PROSE}`, '')).toBe('Oil …')
      expect(title(`## Oil\n\n${PROSE}`, '')).toBe('Oil …')
    })

    it('takes a first one that heads the whole book for its title all the same', () => {
      const chapters = `# Chapter 1\n\n${PROSE}\n\n# Chapter 2\n\n${PROSE}\n\n# Notes\n\n${PROSE}`
      expect(title(`# The Lamp\n\n${PROSE}\n\n${chapters}`)).toBe('The Lamp')
      expect(title(`# The Lamp\n\n*by Ada Quill*\n\n# Oil\n\n${PROSE}\n\n# Wicks`)).toBe('The Lamp')
    })

    it('lets front matter name it, whatever the headings say', () => {
      const front = '---\ntitle: The Lamp\n---\n\n'
      expect(title(`${front}# Oil\n\n${PROSE}\n\n# Wicks\n\n${PROSE}`)).toBe('The Lamp')
    })
  })

  it('cuts what is too long without halving a character', () => {
    const title = readSource(`# ${'\u{1F30A}'.repeat(MAX_ABOUT)}\n\n${PROSE}`).about.title
    expect(title.length).toBeLessThanOrEqual(MAX_ABOUT)
    expect(/\p{Surrogate}/u.test(title)).toBe(false)
  })

  it('knows Markdown by the name or by its headings', () => {
    expect(readSource(PROSE, { fileName: 'a.MD' }).format).toBe('markdown')
    expect(readSource(`## Lamps\n\n${PROSE}`).format).toBe('markdown')
    expect(readSource(`${PROSE}\n\nSee #4 and # 5.`, { fileName: 'a.txt' }).format).toBe('plain')
  })
})
