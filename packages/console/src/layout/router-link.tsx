import { type LinkProps, Link as MuiLink } from '@mui/material';
import { Link } from 'react-router-dom';

/** A link within the console. */
export function RouterLink({ to, ...rest }: LinkProps<typeof Link, { to: string }>) {
  return <MuiLink component={Link} to={to} {...rest} />;
}
