/// Pages that ask for a password only.
import {show_passwords} from './parts/show_passwords';

show_passwords();
